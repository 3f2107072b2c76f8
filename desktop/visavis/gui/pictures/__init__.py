"""The pictures of the article: thumbnails in the reading view, and one shown large."""

"""Web pages: `reader` asks trafilatura what is the article, `page` finds what is shown, `mhtml` unpacks saved pages."""

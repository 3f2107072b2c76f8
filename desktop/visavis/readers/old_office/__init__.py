"""Word and PowerPoint files of before 2007: `libreoffice` converts them, `reader` reads what it makes."""

"""Parts of a document for the clipboard and the terminal: a summary, a quotation, the line of key facts."""

"""What the readers of word processors' files share: signs, formulas, calls of notes, line breaks, what is left out."""

"""Subtitles with their cues and times kept: `cues` says what each shows, `fitting` cuts, `tags` and `forms` write."""

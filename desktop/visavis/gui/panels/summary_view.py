"""The sentences of the summary in both languages, each with its rank, its score and the reasons for it."""

from __future__ import annotations

from visavis.gui import summary_texts
from visavis.gui.reading_view.view import FacingView


class SummaryView(FacingView):
    """Shows the sentences of the summary."""

    def reason(self, sentence: int) -> str:
        """Return why a sentence is in the summary, or an empty string if it is not."""
        document = self.page.document
        if not document or self.page.row_of(sentence) is None:
            return ""
        ranking = document.ranking
        choice = next((choice for choice in ranking if choice.id == sentence), None)
        return summary_texts.describe_rank(choice, len(ranking), document.method, document.picks) if choice else ""

    def notes_before(self, sentence: int) -> list[str]:
        return [self.reason(sentence)]

"""The casefile as one HTML page that needs nothing else: no network, no script, no second file."""

from averral.report.report import write_report

__all__ = ["write_report"]

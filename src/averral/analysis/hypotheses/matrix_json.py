"""The matrix as JSON: everything in it, with every rating that anybody ever gave."""

from __future__ import annotations

import msgspec

from averral.analysis.hypotheses.weigh import check_matrix
from averral.errors import InputError
from averral.records.hypothesis import Matrix

__all__ = ["read_matrix_json", "write_matrix_json"]


def write_matrix_json(matrix: Matrix) -> str:
    """The whole matrix, indented; reading it back gives the same matrix."""
    return msgspec.json.format(msgspec.json.encode(matrix), indent=2).decode() + "\n"


def read_matrix_json(text: str) -> Matrix:
    """A matrix that `write_matrix_json` wrote, or that somebody wrote in its form.

    Raises:
        InputError: no JSON, a field that breaks the form (the message has the path to it), an id that names two
            things, or a rating of an item or hypothesis that is not there.
    """
    try:
        matrix = msgspec.json.decode(text.encode("utf-8", "surrogatepass"), type=Matrix)
    except (msgspec.DecodeError, UnicodeError) as error:
        raise InputError(f"this is no matrix in JSON: {error}") from error
    check_matrix(matrix)
    items = {item.id for item in matrix.evidence}
    hypotheses = {hypothesis.id for hypothesis in matrix.hypotheses}
    for rating in matrix.ratings:
        if rating.evidence not in items or rating.hypothesis not in hypotheses:
            raise InputError(
                f"rating {rating.id} is of {rating.evidence} under {rating.hypothesis}, which are not there"
            )
    return matrix

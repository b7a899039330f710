"""Who issues a statement, by its letterhead; and nobody where a text is no statement."""

from __future__ import annotations

import pytest

from averral.ingest.letterheads import find_issuer
from averral.ingest.text import read_text_string

BODY = "\n\nOn Tuesday morning two of our people opened the lower sluice. Nobody was near it when the water came.\n"


@pytest.mark.parametrize(
    ("head", "issuer"),
    [
        ("TWELFTH OAR\nCommuniqué No. 4\nFrom the river, 3 May 2031", "TWELFTH OAR"),
        ("TWELFTH OAR. Communique No. 4. To the ferrymen of Lunt", "TWELFTH OAR"),
        ("TWELFTH OAR, General Council. To all who live by the river", "TWELFTH OAR"),
        ("REPUBLIC OF HAVELL\nCOAST POLICE\nPress Office\n\nSTATEMENT ON THE FLOOD", "COAST POLICE"),
        ("PORT OFFICE OF THE KINGDOM OF ORN\nLunt\nPress release No. 9", "PORT OFFICE OF THE KINGDOM OF ORN"),
        ("Ministry of Fisheries of Orn\n\nLunt, 4 May 2031\n\nPress release No. 9", "Ministry of Fisheries of Orn"),
        ("**Republic of Havell**\n**Coast Police** | Press release", "Coast Police"),
        ("The Twelfth Oar\nCommuniqué No. 4", "The Twelfth Oar"),
        ("Ministry of Fisheries\n\nRemarks by the spokesman, 4 May 2031", "Ministry of Fisheries"),
        (
            "SALT VALLEY UNION\nThe Board - Word to members No. 14\n\nBrothers and sisters of the salt!",
            "SALT VALLEY UNION",
        ),
        ("Answer of the spokeswoman, Ada Quill\nMinistry of Fisheries\n4 May 2031", "Ministry of Fisheries"),
        (
            "COAST POLICE OF THE FREE AND UNITED TOWNS OF THE LUNT SHORE\nSpokesman's Office\n\nSTATEMENT",
            "COAST POLICE OF THE FREE AND UNITED TOWNS OF THE LUNT SHORE",
        ),
        ("COAST POLICE\n4 May 2031\n\nStatement read by the Chief Constable" + ", Mrs Ada Quill" * 9, "COAST POLICE"),
    ],
)
def test_the_body_above_the_kind_of_statement_issues_it(head, issuer):
    assert find_issuer(head + BODY) == issuer
    assert read_text_string(head + BODY).metadata.publisher == issuer


@pytest.mark.parametrize(
    "text",
    [
        "",
        "LUNT, 4 May (Coast) - The ministry said in a statement that the sluice had been opened." + BODY,
        "SLUICE OPENED AT NIGHT\n\nBy Ada Quill\n\nThe ministry issued a statement." + BODY,
        "The Twelfth Oar\nA weekly of the river\n\nA letter from the editor: we are late." + BODY,
        "REPUBLIC OF HAVELL\n\nSTATEMENT ON THE FLOOD" + BODY,
        "4 MAY 2031\nSTATEMENT ON THE FLOOD" + BODY,
        "Statement of the Twelfth Oar" + BODY,
        "HOST: Were you there?\n\nQUILL: They say that there were no boats, so I was not." + BODY,
        "The sluice was opened at night\n\nStatement of the ministry follows" + BODY,
        ("MONITORING OFFICE\nBULLETIN NO. 4\n\n" + "TWELFTH OAR SAYS IT OPENED THE SLUICE. MINISTRY DENIES IT. ") * 3,
        "A\x00B\n\n\nTO ALL",
    ],
)
def test_what_is_no_statement_has_no_issuer(text):
    assert find_issuer(text) is None

from __future__ import annotations

import pytest

from tests.support.making import Built, build_body


@pytest.fixture(scope="module")
def built(request: pytest.FixtureRequest) -> Built:
    """The handout whose body is the test module's `BODY`, built once."""
    return build_body(request.module.BODY)

"""What all tests share: how much hypothesis tries, and what a failure prints."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

# In CI the same examples every time: a build must not fail by chance.
settings.register_profile(
    "nianbao",
    deadline=None,
    derandomize=bool(os.environ.get("CI")),
    suppress_health_check=(HealthCheck.too_slow, HealthCheck.data_too_large),
    print_blob=True,
)
settings.load_profile("nianbao")

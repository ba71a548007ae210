"""What ``nianbao.toml`` or ``[tool.nianbao]`` in ``pyproject.toml`` says about a run."""

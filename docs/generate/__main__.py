"""``python -m docs.generate`` writes every document that follows from the rules."""

from __future__ import annotations

from docs.generate.documents import FOLDER, documents, superfluous


def main() -> None:
    for path, text in documents():
        file = FOLDER / path
        file.parent.mkdir(exist_ok=True)
        if not file.exists() or file.read_text(encoding="utf-8") != text:
            file.write_text(text, encoding="utf-8")
            print(file.relative_to(FOLDER.parent))
    for file in superfluous():
        file.unlink()
        print(f"{file.relative_to(FOLDER.parent)} is no more")


if __name__ == "__main__":
    main()

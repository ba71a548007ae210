"""PDF files: text and rulings of pages, put together to paragraphs and tables."""

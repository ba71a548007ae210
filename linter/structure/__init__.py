"""The statutory form found in a document: sections, tables, cells, dates, each with its place."""

"""The language server: what an editor is told about a report while somebody writes it."""

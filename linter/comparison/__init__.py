"""Two reports side by side: what one says otherwise than the other."""

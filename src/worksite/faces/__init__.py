"""One output, three faces: live widget, still HTML, plain text."""

"""The science: pure NumPy functions with units and sources. No drawing, no widgets."""

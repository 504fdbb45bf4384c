"""What instructors use: notes for each lesson, one question for a vote, run sheets.

Nothing of it is shown to students or shipped in their editions.
"""

"""What is made from a finished log: frames, analysis, practice."""

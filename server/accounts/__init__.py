"""Who of the house may host: lecturers, their passphrases, their invitations. See README.md here."""

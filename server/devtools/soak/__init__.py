"""The long life of a server: classes come and go for hours while its memory is watched."""

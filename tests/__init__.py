"""The tests: they mirror server/; play/ and browser/ hold whole games, support/ what several of them use."""

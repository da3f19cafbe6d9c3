"""What writes web/src/wire/generated.ts and docs/protocol.md from the server's own types."""

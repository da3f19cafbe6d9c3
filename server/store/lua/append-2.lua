--[[ Appends events to a room's log, all or none, if its version is the expected one; may replace the standings with it.
  Input:  KEYS[1] room log (stream; entry ids are <version>-0)   ARGV[1] expected version, 0 for a log that is not there
          KEYS[2] room standings (sorted set)                    ARGV[2] seconds to keep the log, 0: no longer than now
                                                                 ARGV[3] the same for the standings
                                                                 ARGV[4] n, how many events
                                                                 ARGV[5 .. 4+n] the events, encoded
                                                                 then "keep": the standings stay as they are, or
                                                                 "replace", score, player, score, player, ...
  Output: {the new version, 0 there is no file, 1 the write to it is tried before this reply leaves, 2 perhaps later}, or
          {-1, 0} stale: the log is not at the expected version
  Errors: BADCALL arguments that break this contract, BADLOG a log with a foreign entry; nothing is written ]]

-- Redis does not undo: everything that can fail is checked before the first write.
local expected, count = tonumber(ARGV[1]), tonumber(ARGV[4])
local log_seconds, standings_seconds = tonumber(ARGV[2]), tonumber(ARGV[3])
if not (expected and count and log_seconds and standings_seconds) or count < 1 then
  return redis.error_reply("BADCALL append: a number is missing")
end
local standings = 5 + count
if #ARGV < standings or (#ARGV - standings) % 2 ~= 0 then
  return redis.error_reply("BADCALL append: the arguments do not add up")
end
for i = standings + 1, #ARGV, 2 do
  if not tonumber(ARGV[i]) then return redis.error_reply("BADCALL append: a score is no number") end
end

local version = 0
local last = redis.call("XREVRANGE", KEYS[1], "+", "-", "COUNT", 1)[1]
if last then version = tonumber(string.match(last[1], "^(%d+)-0$") or "none") end
if not version then return redis.error_reply("BADLOG append: the last entry's id is no version") end
if version ~= expected then return {-1, 0} end

for i = 1, count do
  redis.call("XADD", KEYS[1], string.format("%d-0", expected + i), "e", ARGV[4 + i])
end
if log_seconds > 0 then redis.call("EXPIRE", KEYS[1], log_seconds) end
if ARGV[standings] == "replace" then
  redis.call("DEL", KEYS[2])
  for i = standings + 1, #ARGV, 2 do redis.call("ZADD", KEYS[2], ARGV[i], ARGV[i + 1]) end
end
if standings_seconds > 0 then redis.call("EXPIRE", KEYS[2], standings_seconds) end

-- The reply leaves Redis after the write to its file, but says nothing of how that went: with appendfsync everysec a
-- failed write is answered all the same, and while a sync of the file is under way the write is held back. Whoever
-- called has to look at the file afterwards: file_lag.py.
local persistence = redis.pcall("INFO", "persistence")
if type(persistence) ~= "string" or not string.match(persistence, "aof_enabled:1") then return {expected + count, 0} end
local syncs = string.match(persistence, "aof_pending_bio_fsync:(%d+)")
return {expected + count, (syncs and syncs ~= "0") and 2 or 1}

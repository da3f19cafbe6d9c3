--[[ Appends events to a room's log, all or none, if its version is the expected one; may replace the standings with it.
  Input:  KEYS[1] room log (stream; entry ids are <version>-0)   ARGV[1] expected version, 0 for a log that is not there
          KEYS[2] room standings (sorted set)                    ARGV[2] seconds to keep the log, 0: no longer than now
                                                                 ARGV[3] the same for the standings
                                                                 ARGV[4] n, how many events
                                                                 ARGV[5 .. 4+n] the events, encoded
                                                                 then "keep": the standings stay as they are, or
                                                                 "replace", score, player, score, player, ...
  Output: {the new version, 1 if the file on disk may not have it yet, else 0}, or
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

-- With appendfsync everysec Redis holds its writes to the file back while a sync of that file is under way, and
-- answers all the same: killed then, it would lose what it had acknowledged. Whoever called has to wait for the file.
local persistence = redis.pcall("INFO", "persistence")
local syncs = type(persistence) == "string" and string.match(persistence, "aof_pending_bio_fsync:(%d+)")
return {expected + count, (syncs and syncs ~= "0") and 1 or 0}

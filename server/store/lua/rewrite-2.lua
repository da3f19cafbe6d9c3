--[[ Puts a draft in place of a room's log: the same entries with other words. What was appended meanwhile comes along.
  Input:  KEYS[1] room log (stream; entry ids are <version>-0)   ARGV[1] n, how many entries the draft holds
          KEYS[2] draft (stream of the same form)                ARGV[2] how many later entries may be brought along
  Output: the log's version, or
          -1 the log is gone, shorter than the draft, or has gone on by too much; the draft is thrown away
  Errors: BADCALL arguments that break this contract, BADDRAFT a draft with other entries; nothing is written ]]

-- Redis does not undo: everything that can fail is checked before the first write.
local count, most = tonumber(ARGV[1]), tonumber(ARGV[2])
if not (count and most) or count < 1 then return redis.error_reply("BADCALL rewrite: a number is missing") end

local function version_of(key)
  local last = redis.call("XREVRANGE", key, "+", "-", "COUNT", 1)[1]
  if not last then return 0 end
  return tonumber(string.match(last[1], "^(%d+)-0$") or "none")
end

local version = version_of(KEYS[1])
if version_of(KEYS[2]) ~= count or redis.call("XLEN", KEYS[2]) ~= count then
  return redis.error_reply("BADDRAFT rewrite: the draft is not whole")
end
if not version or version < count or version - count > most then
  redis.call("DEL", KEYS[2])
  return -1
end

local left = redis.call("PTTL", KEYS[1])
for _, entry in ipairs(redis.call("XRANGE", KEYS[1], string.format("%d-0", count + 1), "+")) do
  redis.call("XADD", KEYS[2], entry[1], unpack(entry[2]))
end
redis.call("RENAME", KEYS[2], KEYS[1])
if left > 0 then redis.call("PEXPIRE", KEYS[1], left) end
return version

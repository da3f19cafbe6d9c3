--[[ Keeps a device's first answer to a card of a homework, if the homework has room for the device.
  Input:  KEYS[1] devices (set)              ARGV[1] the device   ARGV[2] the answer's field   ARGV[3] the answer
          KEYS[2] answers (hash)             ARGV[4] how many devices at most   ARGV[5] seconds to keep both
  Output: 1 kept, 0 it had answered before and that stays, -1 no room
  Errors: BADCALL a number is missing; nothing is written ]]

local most, seconds = tonumber(ARGV[4]), tonumber(ARGV[5])
if not (most and seconds) then return redis.error_reply("BADCALL hand_in: a number is missing") end
if redis.call("SISMEMBER", KEYS[1], ARGV[1]) == 0 and redis.call("SCARD", KEYS[1]) >= most then return -1 end

redis.call("SADD", KEYS[1], ARGV[1])
local kept = redis.call("HSETNX", KEYS[2], ARGV[2], ARGV[3])
redis.call("EXPIRE", KEYS[1], seconds)
redis.call("EXPIRE", KEYS[2], seconds)
return kept

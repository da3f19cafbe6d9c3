--[[ Writes what one room gives to its course's season, or takes the room out; then adds all weeks up anew.
  Input:  KEYS[1] course rooms (sorted set)      ARGV[1] seconds to keep the course
          KEYS[2] course written (hash)          ARGV[2] seconds to keep the week
          KEYS[3] course season (sorted set)     ARGV[3] the place of the room among the weeks, from 1
          KEYS[4 .. 3+n] the weeks of all rooms  ARGV[4 .. 3+n] the rooms, in the order of their weeks
                         (sorted sets)           then "drop", or "write", version, score, member, score, member, ...
  Output: 1 done, or 0 stale: these are not the rooms of the course
  Errors: BADCALL arguments that break this contract; nothing is written ]]

-- Redis does not undo: everything that can fail is checked before the first write.
local course_seconds, week_seconds, place = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
local count = #KEYS - 3
local verb = ARGV[4 + count]
if not (course_seconds and week_seconds and place) or count < 1 or place < 1 or place > count then
  return redis.error_reply("BADCALL week: a number is missing")
end
if verb == "write" then
  if not tonumber(ARGV[5 + count]) or (#ARGV - 5 - count) % 2 ~= 0 then
    return redis.error_reply("BADCALL week: the arguments do not add up")
  end
  for i = 6 + count, #ARGV, 2 do
    if not tonumber(ARGV[i]) then return redis.error_reply("BADCALL week: a score is no number") end
  end
elseif verb ~= "drop" then
  return redis.error_reply("BADCALL week: neither write nor drop")
end

local rooms = redis.call("ZRANGE", KEYS[1], 0, -1)
if #rooms ~= count then return 0 end
for i = 1, count do
  if rooms[i] ~= ARGV[3 + i] then return 0 end
end

local week = KEYS[3 + place]
redis.call("DEL", week)
if verb == "write" then
  redis.call("HSET", KEYS[2], rooms[place], ARGV[5 + count])
  for i = 6 + count, #ARGV, 2 do redis.call("ZADD", week, ARGV[i], ARGV[i + 1]) end
  redis.call("EXPIRE", week, week_seconds)
else
  redis.call("HDEL", KEYS[2], rooms[place])
  redis.call("ZREM", KEYS[1], rooms[place])
end
redis.call("ZUNIONSTORE", KEYS[3], count, unpack(KEYS, 4))
for i = 1, 3 do redis.call("EXPIRE", KEYS[i], course_seconds) end
return 1

--[[ Frees a PIN, if it is lent to this room and not by now to another.
  Input:  KEYS[1] PIN loan (string)   ARGV[1] room
  Output: 1 freed, 0 not this room's ]]
if redis.call("GET", KEYS[1]) ~= ARGV[1] then return 0 end
return redis.call("DEL", KEYS[1])

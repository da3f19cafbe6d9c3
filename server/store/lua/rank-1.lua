--[[ The rank of a player, ties shared: one more than the players who have more points.
  Input:  KEYS[1] room standings (sorted set)   ARGV[1] player
  Output: the rank from 1, or nil for a player without a place ]]
local score = redis.call("ZSCORE", KEYS[1], ARGV[1])
if not score then return nil end
return redis.call("ZCOUNT", KEYS[1], "(" .. score, "+inf") + 1

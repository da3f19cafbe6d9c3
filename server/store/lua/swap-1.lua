--[[ Puts a value in place of the one that was read, if it is still there.
  Input:  KEYS[1] a string   ARGV[1] as it was read   ARGV[2] in its place   ARGV[3] seconds to keep it
  Output: 1 put there, 0 it is another by now, or gone ]]
if redis.call("GET", KEYS[1]) ~= ARGV[1] then return 0 end
redis.call("SET", KEYS[1], ARGV[2], "EX", ARGV[3])
return 1

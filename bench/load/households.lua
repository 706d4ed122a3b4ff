-- What every user of the load test asks: the examples in turn, each time with another wage.

local examples = {}
for path in io.popen("ls voorbeelden/*.yaml"):lines() do
  local file = assert(io.open(path))
  table.insert(examples, file:read("*a"))
  file:close()
end

local asked = 0
local headers = { ["Content-Type"] = "application/yaml" }

function request()
  asked = asked + 1
  -- Above the pension premiums in the examples.
  local wage = "loon: " .. (5000 + asked * 137 % 55000)
  local household = examples[asked % #examples + 1]:gsub("loon: %d+", wage)
  return wrk.format("POST", nil, headers, household)
end

function done(summary, latency, requests)
  local errors = summary.errors
  local failed = errors.connect + errors.read + errors.write + errors.status + errors.timeout
  local rate = summary.requests / (summary.duration / 1e6)
  print(string.format("server_verzoeken_per_seconde %.0f", rate))
  print(string.format("server_verzoeken %d", summary.requests))
  print(string.format("server_fouten %d", failed))
  print(string.format("server_p50_ms %.1f", latency:percentile(50) / 1000))
  print(string.format("server_p99_ms %.1f", latency:percentile(99) / 1000))
  print(string.format("server_hoogste_ms %.1f", latency.max / 1000))
end

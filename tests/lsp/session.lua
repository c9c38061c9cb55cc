-- The session of tests/lsp/run: prints what differs and leaves with a status of 1, or prints ok.
local function fail(what)
  io.stderr:write(what .. "\n")
  vim.cmd("cquit 1")
end

local function wait_for(count, what)
  local arrived = vim.wait(20000, function() return #vim.diagnostic.get(0) == count end, 20)
  if not arrived then
    fail(what .. ": " .. vim.inspect(vim.diagnostic.get(0)))
  end
end

local function expect(actual, expected, what)
  if not vim.deep_equal(actual, expected) then
    fail(what .. ": expected " .. vim.inspect(expected) .. ", got " .. vim.inspect(actual))
  end
end

local client = vim.lsp.start_client({
  name = "kaflint",
  cmd = { vim.env.KAFLINT, "lsp" },
  root_dir = vim.fn.getcwd(),
  init_options = { kafkaVersion = "3.6.2" },
})
if not client then fail("the server did not start") end
vim.lsp.buf_attach_client(0, client)

wait_for(1, "after opening")
local found = vim.diagnostic.get(0)[1]
expect({
  lnum = found.lnum,
  col = found.col,
  end_lnum = found.end_lnum,
  end_col = found.end_col,
  severity = found.severity,
  source = found.source,
  code = found.user_data.lsp.code,
  message = found.message,
}, {
  lnum = 2,
  col = 0,
  end_lnum = 2,
  end_col = 6,
  severity = vim.diagnostic.severity.ERROR,
  source = "kaflint",
  code = "any/invalid-value",
  message = "`2` is no value that `acks` takes, so Kafka 3.6.2 refuses to start; write one of all, -1, 0, 1",
}, "the diagnostic")

vim.api.nvim_buf_set_lines(0, 2, 3, true, { "acks=all" })
wait_for(0, "after the correction")
vim.api.nvim_buf_set_lines(0, 2, 3, true, { "", "acks=3" })
wait_for(1, "after another mistake")
expect(vim.diagnostic.get(0)[1].lnum, 3, "the line after an edit")

vim.lsp.stop_client(client)
io.stdout:write("ok\n")
vim.cmd("qall!")

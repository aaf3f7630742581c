import type { LintTopic } from '../lint-entry';

const CONSOLE_BUT_LOG =
  'assert clear count countReset debug dir dirxml error group groupCollapsed groupEnd info table time timeEnd timeLog timeStamp trace warn'.split(
    ' ',
  );

/** What programs may reach for: the console, the process, modules, and what runs text as code. */
export const ENVIRONMENT: LintTopic = [
  {
    rule: 'no-console',
    says: `disallow the use of console
      never use console
      no console
      no console statements
      do not use console calls
      do not leave console statements in code
      do not use console methods
      use the logger instead of console
      no console output
      do not log to the console
      remove all console statements
      console calls must not reach production
      logging to console is forbidden
      no console statements of any kind
      console must not be committed
      remove console before you push
      no console.log, warn or error
      leftover console calls get removed
      console is for debugging only
      strip console calls
      nothing may be printed to the console
      use a logger, console is forbidden`,
  },
  {
    rule: 'no-console',
    options: [{ allow: CONSOLE_BUT_LOG }],
    says: `never use console.log
      no console.log
      do not leave console.log in the code
      remove console.log statements
      use the logger instead of console.log
      no console.log calls
      do not log with console.log
      do not use console.log for logging`,
  },
  {
    rule: 'no-console',
    options: [{ allow: ['warn', 'error'] }],
    says: `no console.log, except console.warn and console.error
      only console.warn and console.error are allowed
      no console except warn and error
      use console.error and console.warn only, never console.log`,
  },
  {
    rule: 'no-console',
    options: [{ allow: ['error'] }],
    says: `no console.log, except console.error
      only console.error is allowed
      no console except error
      use console.error instead of console.log`,
  },
  {
    rule: 'no-alert',
    says: `disallow the use of alert, confirm, and prompt
      never use alert
      no alert
      do not use alert, confirm or prompt
      no alert dialogs
      never call window.alert
      do not use browser alert, confirm and prompt dialogs
      alert is forbidden
      alert and confirm are forbidden
      no browser popups with alert`,
  },
  {
    rule: 'no-debugger',
    says: `disallow the use of debugger
      no debugger statements
      never leave debugger in the code
      do not use debugger
      remove debugger statements
      do not commit debugger statements
      debugger must not be committed
      leftover debugger statements are forbidden
      debugger has no place in the repository`,
  },
  {
    rule: 'no-eval',
    says: `disallow the use of eval()
      never use eval
      no eval
      do not call eval
      eval is forbidden
      do not evaluate strings as code with eval
      eval is evil
      running strings with eval is forbidden
      eval is dangerous
      eval has no place here
      no eval at all
      do not execute strings as code`,
  },
  {
    rule: 'no-implied-eval',
    says: `disallow the use of eval()-like methods
      no implied eval
      do not pass strings to setTimeout or setInterval
      never pass a string to setTimeout
      pass functions, not strings, to setTimeout and setInterval
      strings in setTimeout are forbidden
      setTimeout gets a function and not a string`,
  },
  {
    rule: 'no-script-url',
    says: `disallow javascript: URLs
      no javascript: urls
      never use javascript: urls
      no script urls`,
  },
  {
    rule: 'no-buffer-constructor',
    says: `disallow use of the Buffer() constructor
      never use new Buffer()
      no Buffer constructor
      do not use the Buffer constructor
      use Buffer.from or Buffer.alloc instead of new Buffer
      create buffers with Buffer.from, Buffer.alloc, not the constructor
      do not call Buffer() directly
      new Buffer is deprecated, use Buffer.from
      create buffers using Buffer.alloc or Buffer.from
      buffers come from Buffer.alloc or Buffer.from only
      Buffer constructor is deprecated
      no Buffer with new
      the old Buffer constructor is forbidden
      do not construct Buffer
      never call Buffer as function or with new`,
  },
  {
    rule: 'no-process-env',
    says: `disallow the use of process.env
      never use process.env
      no process.env
      do not read process.env directly
      do not access process.env
      read configuration from the config module instead of process.env
      do not use environment variables through process.env
      never read environment variables directly from process.env
      process.env only in the config module
      environment variables come from config, not process.env
      process.env must not appear
      env vars only from config
      no direct access to environment variables
      never touch process.env
      process.env is forbidden, use config
      read env through the config`,
  },
  {
    rule: 'no-process-exit',
    says: `disallow the use of process.exit()
      never call process.exit
      no process.exit
      do not use process.exit, throw an error instead
      do not exit the process with process.exit
      process.exit is forbidden
      never kill the process with process.exit`,
  },
  {
    rule: 'no-sync',
    says: `disallow synchronous methods
      no synchronous methods
      never use sync methods
      do not use synchronous fs methods
      use async methods instead of Sync ones
      do not call functions ending in Sync
      no Sync functions such as readFileSync
      do not use readFileSync
      avoid blocking Sync calls
      use the asynchronous version of file system methods
      blocking file calls are forbidden, use the async ones
      no blocking calls, use async versions
      no Sync calls in a server
      everything that ends in Sync is forbidden
      Sync blocks the event loop
      no blocking fs calls
      file system calls must be async
      use promises instead of Sync methods
      methods ending with Sync are forbidden`,
  },
  {
    rule: 'no-path-concat',
    says: `disallow string concatenation with __dirname and __filename
      do not concatenate strings with __dirname
      never concatenate __dirname or __filename
      use path.join instead of concatenating __dirname
      use path.join or path.resolve with __dirname and __filename
      no __dirname + string
      build paths with path.join, not by adding strings to __dirname
      no plus with __dirname, use path.join
      join paths with path.join rather than adding to __dirname
      paths are joined with path.join
      no plus between __dirname and a string
      gluing __dirname with strings breaks on windows
      __dirname plus string is forbidden
      never build file paths with + and __dirname
      __dirname and __filename go through path.join
      file paths from __dirname only with path.join or path.resolve`,
  },
];

const set = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter(Boolean));

/** Programs whose names mean nothing else where a sentence speaks of using something. */
export const ALONE = set(`
  npm pnpm yarn bun npx pip pip3 pipenv poetry uv conda sudo curl wget rm docker docker-compose
  kubectl terraform brew apt apt-get chmod chown pkill killall rg grep sed awk git`);

/** Programs that are named in running text without marks of code, with or without a subcommand. */
export const BARE = set(`
  npm pnpm yarn bun npx bunx pip pip3 pipenv poetry uv conda sudo curl wget rm docker
  docker-compose kubectl terraform brew apt-get git pytest jest vitest mocha cargo dotnet mvn gradle
  make tsc`);

/** Programs that a command in marks of code may begin with. */
export const PROGRAMS = set(`
  npm pnpm yarn bun npx bunx node deno tsx ts-node tsc nx turbo lerna vite vitest jest mocha ava eslint
  prettier biome playwright cypress next nuxt astro webpack rollup esbuild storybook prisma knex
  drizzle-kit typeorm sequelize wrangler vercel netlify firebase supabase expo eas ng
  pip pip3 pipenv poetry uv uvx conda mamba pdm rye hatch python python3 pytest tox nox mypy pyright
  ruff black isort flake8 pylint django-admin flask alembic twine pre-commit
  cargo rustc rustup go gofmt golangci-lint dotnet mvn mvnw ./mvnw gradle gradlew ./gradlew sbt
  bundle rake rails rspec rubocop gem composer php artisan phpunit mix elixir swift xcodebuild pod
  flutter dart make just task cmake ninja bazel meson ctest
  git gh glab hg svn docker docker-compose podman kubectl helm terraform tofu ansible ansible-playbook
  aws gcloud az heroku fly flyctl pulumi serverless vagrant ssh scp rsync
  rm mv cp chmod chown dd mkfs sudo doas kill pkill killall systemctl service shutdown reboot curl wget
  brew apt apt-get yum dnf pacman apk choco winget sed awk grep rg find cat tee truncate psql mysql
  mongo mongosh redis-cli sqlite3 dropdb createdb flyway liquibase dbmate sh bash nohup crontab`);

/** Words that stand after a program as its subcommand. */
export const SUBCOMMANDS = set(`
  install i add remove uninstall rm ci run exec dlx test t build start dev serve lint publish audit fix
  link update upgrade init create push pull commit merge rebase reset checkout switch stash clean
  cherry-pick revert tag fetch clone config submodule branch compose up down restart prune system
  volume image apply destroy plan delete scale migrate check clippy fmt bench get mod tidy sync
  lock shell clean package deploy verify format typecheck compile`);

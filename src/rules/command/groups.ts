/** Commands that do the same in different tools, as shapes; a rule names them as `<tests>`. */
export const GROUPS = {
  '<tests>': `
    npm test|test:* | npm run test:*|*:test|check|verify | pnpm|yarn|bun test|test:*|*:test|check|verify
    vitest | jest | mocha | ava | pytest | tox | nox | unittest | rspec | phpunit | ctest | tap | karma start
    playwright test | cypress run | go test | cargo test|nextest | dotnet test | mix test | swift test
    deno test | node --test | zig test|build | flutter test | dart test | sbt test | lein test
    mvn|mvnw test|verify|install | gradle|gradlew *test*|check|build | make|just|task *test*|check
    bazel test | nx test | turbo test | rake test|spec | rails test | manage.py test | python manage.py test
    ng test | wp-scripts test | prove | busted | stack test | cabal test | meson test`,
  '<lint>': `
    npm run *lint*|check | pnpm|yarn|bun *lint*|check | eslint | oxlint | biome check|lint | standard | xo
    ruff check | ruff | flake8 | pylint | golangci-lint | cargo clippy | rubocop | stylelint | shellcheck
    next lint | ng lint | make|just|task *lint*|check | pre-commit run | clang-tidy | swiftlint | ktlint
    nx lint | turbo *lint* | lint-staged | phpcs | phpstan | mix credo | deno lint | gradle|gradlew *lint*|check`,
  '<types>': `
    npm run *type*|tsc | pnpm|yarn|bun *type*|tsc | tsc | vue-tsc | svelte-check | mypy | pyright | basedpyright
    pyre | cargo check | deno check | make|just|task *type* | turbo *type* | nx *type* | flow check`,
  '<build>': `
    npm run *build*|compile | pnpm|yarn|bun *build*|compile | vite build | next build | webpack | rollup
    tsc | cargo build | go build | dotnet build | make|just|task build | mvn|mvnw package|verify|install|compile
    gradle|gradlew build|assemble | cmake | ninja | bazel build | nx build | turbo *build* | ng build`,
  '<format>': `
    npm run *format*|*fmt* | pnpm|yarn|bun *format*|*fmt* | prettier | biome format|check | black | ruff format
    cargo fmt | rustfmt | gofmt | goimports | go fmt | dotnet format | mix format | make|just|task *fmt*|*format*
    clang-format | isort | yapf | deno fmt | terraform fmt | dart format | ktfmt | swiftformat`,
  '<dev-server>': `
    npm start | npm run dev|start|serve|dev:*|start:* | pnpm|yarn|bun dev|start|serve|dev:*|start:*
    next dev | vite $ | vite dev|serve | astro dev | nuxt dev | ng serve | remix dev | webpack serve
    webpack-dev-server | rails server|s | manage.py runserver | python manage.py runserver | flask run
    fastapi dev | wrangler dev | gatsby develop | expo start`,
  '<migrations>': `
    npm run *migrat* | pnpm|yarn|bun *migrat* | prisma migrate|db | knex migrate:* | sequelize db:migrate*
    sequelize-cli db:migrate* | typeorm migration:* | drizzle-kit migrate|push | rails|rake db:migrate*
    manage.py migrate | python manage.py migrate | alembic upgrade|downgrade | flyway migrate
    liquibase update | dotnet ef | php artisan migrate* | artisan migrate* | dbmate up|migrate
    goose up|down | mix ecto.migrate | diesel migration | sqlx migrate | supabase db | atlas migrate
    make|just|task *migrat*`,
  '<publish>': `
    npm|pnpm|yarn|bun publish | yarn npm publish | cargo publish | twine upload | uv|poetry|hatch|pdm|flit publish
    gem push | vsce publish | dotnet nuget push | mvn|mvnw deploy | lerna publish | changeset publish`,
  '<global-installs>': `
    npm install --global | pnpm add|install --global | yarn global | bun add|install --global|-g`,
} as const;

export type GroupName = keyof typeof GROUPS;

export function isGroup(name: string): name is GroupName {
  return Object.hasOwn(GROUPS, name);
}

/** The shapes of a group, each the words of a command. */
export function shapesOfGroup(name: GroupName): string[][] {
  return GROUPS[name].split(/ \| |\n/).flatMap((shape) => {
    const words = shape.trim().split(/\s+/).filter(Boolean);
    return words.length > 0 ? [words] : [];
  });
}

/** What a group's commands do, in words. */
export const GROUP_WORDS: Readonly<Record<GroupName, string>> = {
  '<tests>': 'the tests',
  '<lint>': 'the linter',
  '<types>': 'the type check',
  '<build>': 'the build',
  '<format>': 'the formatter',
  '<dev-server>': 'a development server',
  '<migrations>': 'migrations of a database',
  '<publish>': 'the publishing of a package',
  '<global-installs>': 'installs for the whole machine',
};

/**
 * Packages that are known by their bare names, and whose they are: only such names are packages
 * where nothing in a sentence says so.
 */
const BY_LANGUAGE: Readonly<Record<string, string>> = {
  javascript: `moment moment-timezone lodash underscore axios jquery request bluebird dayjs date-fns luxon
    ramda immer redux mobx zustand jotai recoil enzyme sinon chai jest vitest mocha ava uuid nanoid
    node-fetch superagent ky express fastify koa hapi winston pino bunyan log4js chalk colors left-pad
    styled-components emotion classnames clsx prop-types react-redux react-query swr formik
    react-hook-form yup zod joi ajv io-ts class-validator typeorm sequelize mongoose prisma knex
    drizzle-orm react-router react-router-dom next-auth rxjs async q when co rimraf mkdirp glob fs-extra
    dotenv commander yargs inquirer webpack babel gulp grunt bower momentjs next/router next/image
    next/link next/head node:fs fs path util child_process crypto-js bcrypt jsonwebtoken core-js`,
  python: `requests urllib urllib2 httpx aiohttp pandas polars numpy pickle unittest nose pytest simplejson
    argparse click optparse mock six toml distutils pkg_resources setuptools celery flask django fastapi
    pydantic attrs dataclasses sqlalchemy psycopg2 pytz arrow pendulum dateutil imp telnetlib cgi loguru
    subprocess random marshal shelve boto boto3 pymongo`,
  go: `github.com/pkg/errors io/ioutil ioutil logrus zap zerolog testify gomock gorm`,
  rust: `lazy_static once_cell failure anyhow thiserror log tracing rand regex serde_json reqwest hyper
    async-std tokio chrono time`,
  java: `java.util.Date java.util.Vector java.util.Hashtable junit lombok guava log4j sun.misc
    org.junit org.apache.commons.lang javax.inject joda`,
  csharp: `newtonsoft.json Newtonsoft.Json moq Moq AutoMapper automapper NUnit nunit`,
};

const KNOWN: ReadonlyMap<string, readonly string[]> = byName();

/**
 * The package that everybody knows by a name, as it is written in code, and the languages that have
 * it; `javascript` stands for its family.
 */
export function packageKnown(
  name: string,
): { name: string; languages: readonly string[] } | undefined {
  for (const written of [name, name.toLowerCase()]) {
    const languages = KNOWN.get(written);
    if (languages !== undefined) return { name: written, languages };
  }
  return undefined;
}

function byName(): Map<string, string[]> {
  const known = new Map<string, string[]>();
  for (const [language, names] of Object.entries(BY_LANGUAGE))
    for (const name of names.split(/\s+/)) known.set(name, [...(known.get(name) ?? []), language]);
  return known;
}

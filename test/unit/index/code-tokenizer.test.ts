import { describe, expect, test } from 'vitest';
import { CodeTokenizer } from '../../../src/index/code-tokenizer';

const tokenizer = new CodeTokenizer();

describe('CodeTokenizer', () => {
  test.each([
    ['fetchWithRetry', ['fetch', 'retri', 'fetchwithretry']],
    ['parse_http_header', ['pars', 'http', 'header', 'parsehttpheader']],
    ['--no-error-on-exit', ['error', 'exit', 'noerroronexit']],
    ['HTTPServer v8Engine', ['http', 'server', 'httpserver', 'v8', 'engin', 'v8engine']],
    ['src/http/client.test.ts', ['sourc', 'http', 'client', 'test', 'ts']],
    ['C:\\work\\app.ts', ['c', 'work', 'app', 'ts']],
    ['@orama/stemmers@3.1.18', ['orama', 'stemmer', '3.1.18']],
    ['v1.2.3-beta.1', ['1.2.3', '1.2.3-beta.1']],
    [
      'TS2345 E0308 ERR_MODULE_NOT_FOUND',
      ['ts2345', 'e0308', 'error', 'modul', 'found', 'errmodulenotfound'],
    ],
    ['C++ and C# and c, not n++', ['c++', 'c#', 'c', 'n']],
    ['went, bought, children', ['go', 'buy', 'child']],
    ['strDict cfg', ['string', 'dictionari', 'strdict', 'configur']],
    ["the user's errors don't matter", ['user', 'error', 'matter']],
    ['Größe naïve Ошибка', ['größe', 'naïve', 'ошибка']],
  ])('%s', (text, terms) => {
    expect(tokenizer.tokenize(text)).toEqual(terms);
  });

  test('spellings of one name share its whole', () => {
    for (const spelling of ['fetchWithRetry', 'fetch_with_retry', 'fetch-with-retry']) {
      expect(tokenizer.tokenize(spelling)).toContain('fetchwithretry');
    }
  });

  test('cuts scripts without blanks into words', () => {
    expect(tokenizer.tokenize('数据库连接失败').length).toBeGreaterThan(1);
  });

  test('keeps the word that a term came from', () => {
    expect(tokenizer.words('Retries')).toEqual([{ term: 'retri', surface: 'Retries' }]);
  });

  test('says nothing of stop words, signs and emoji', () => {
    expect(tokenizer.tokenize('this is the, and … 🎉 {}();')).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { packagesIn } from '../../../../src/learning/repository/package-manifest';

describe('packagesIn', () => {
  it('reads package.json, broken ones too', () => {
    const text = '{"name":"@a/b","dependencies":{"x":"1"},"devDependencies":{"y":"2","x":"1"}}';
    expect(packagesIn('npm', text)).toEqual(['@a/b', 'x', 'y']);
    expect(packagesIn('npm', '{"dependencies":["odd"],"name":7}')).toEqual([]);
    expect(packagesIn('npm', '<<<<<<< HEAD')).toEqual([]);
  });

  it('reads Cargo.toml', () => {
    const text = `[package]
name = "app" # ours
[dependencies]
serde = { version = "1", features = ["derive"] }
tokio.workspace = true
[target.'cfg(unix)'.dependencies]
libc = "0.2"
[dev-dependencies.proptest]
version = "1"
[features]
default = []`;
    expect(packagesIn('cargo', text)).toEqual(['app', 'serde', 'tokio', 'libc', 'proptest']);
  });

  it('reads go.mod', () => {
    const text = `module example.com/app

go 1.22
require github.com/a/one v1.2.3
require (
	github.com/b/two v0.1.0 // indirect
)`;
    expect(packagesIn('go', text)).toEqual([
      'example.com/app',
      'github.com/a/one',
      'github.com/b/two',
    ]);
  });

  it('reads requirements', () => {
    const text =
      '# dev\n-r base.txt\nDjango>=4,<5 ; python_version > "3"\nrequests[socks]\n\nhttps://x/y.whl';
    expect(packagesIn('requirements', text)).toEqual(['Django', 'requests']);
  });

  it('reads pyproject of both kinds', () => {
    const standard = `[project]
name = "app"
authors = ["Ada <a@b.c>"]
dependencies = [
  "httpx[http2]>=0.27",
  "rich",
]
[project.optional-dependencies]
test = ["pytest>=8"]
[tool.ruff]
select = ["E"]`;
    expect(packagesIn('pyproject', standard)).toEqual(['app', 'httpx', 'rich', 'pytest']);
    const poetry =
      '[tool.poetry]\nname = "b"\n[tool.poetry.dependencies]\npython = "^3"\nflask = "3"';
    expect(packagesIn('pyproject', poetry)).toEqual(['b', 'flask']);
  });

  it('reads pom.xml', () => {
    const text = `<project><!-- <dependency><groupId>no</groupId></dependency> --><dependencies>
      <dependency><groupId>org.junit</groupId><artifactId>junit</artifactId></dependency>
    </dependencies></project>`;
    expect(packagesIn('maven', text)).toEqual(['org.junit:junit']);
  });
});

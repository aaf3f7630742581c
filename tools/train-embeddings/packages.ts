/** Documentation, and code with doc comments, of Debian's free section `main`. */
const DOCUMENTED = `
  manpages manpages-dev linux-doc-6.1 git-doc vim-runtime cmake-data python3.11-doc
  python-django-doc python-sqlalchemy-doc twisted-doc ansible libpython3.11-stdlib
  python3-numpy python3-scipy python3-pandas python3-matplotlib python3-django python3-sklearn
  python3-sqlalchemy python3-networkx python3-sympy python3-astropy python3-statsmodels
  perl-doc nodejs-doc rust-doc openjdk-17-doc postgresql-doc-15 sqlite3-doc apache2-doc
  libreoffice-help-en-us developers-reference debian-reference-en jargon-text
`;
/** Programs in Python. */
const PROGRAMS = `
  beets buildbot fabric mercurial-common pylint youtube-dl yt-dlp
`;
/** Libraries for Python, without the `python3-` of their names: what a function does, and how. */
const LIBRARIES = `
  abydos aiohttp alembic altair arrow ase astroid asyncssh attr autobahn babel bidict
  biopython bitstring boltons boto bottle breezy bs4 cachetools celery cherrypy3 cinder click
  cogent3 colorama construct cryptography dask datalad dateparser dateutil dipy discord
  distributed djangorestframework dnspython docutils docx dulwich elasticsearch emcee eventlet
  falcon feedparser flask fonttools funcy fuzzywuzzy gensim geopandas github gitlab gnupg
  graphviz httplib2 humanize hypothesis igraph imageio impacket inflect invoke ipython irc
  itsdangerous jedi jinja2 jira joblib jsonschema jwt keystone kombu ldap3 libcloud libpysal
  locust logilab-common markdown marshmallow mne more-itertools mpmath mutagen nbconvert
  netaddr neutron nibabel nltk notebook nova numba openpyxl openstacksdk oslo.utils
  oslo.vmware paramiko passlib paste patsy peewee pendulum pexpect pil pint pip progressbar
  prompt-toolkit psutil pwntools pyclustering pycryptodome pydantic pydevd pydot pyface
  pygments pymongo pymysql pyparsing pypdf2 pyperclip pyqtgraph pyramid pysaml2 pytest
  pyutilib redis reportlab requests rich rope ruamel.yaml samba scapy scrapy seaborn
  setuptools sh simplejson skbio skimage slixmpp sortedcontainers sphinx spyder
  sqlalchemy-utils sqlparse stdnum sunpy swift tabulate tempest termcolor textdistance
  texttable toolz tornado tqdm traitlets traits traitsui translate trio tweepy twisted
  uncertainties urllib3 voluptuous watchdog webob webtest werkzeug wordcloud wtforms xarray
  xlsxwriter yaml zeep
`;

/** Debian's packages that are read. */
export const PACKAGES: readonly string[] = [
  ...namesIn(DOCUMENTED),
  ...namesIn(PROGRAMS),
  ...namesIn(LIBRARIES).map((name) => `python3-${name}`),
];

function namesIn(list: string): string[] {
  return list.split(/\s+/).filter(Boolean);
}

// An OpenID Connect provider for tests. Started with a port (0 for any) and the name of its first key; says where it is on
// standard output. POST /control/keys with a JSON list of names of keys makes it sign with the first and publish them all.
// GET /control/fetches says how often its keys were fetched.
import { createHash, createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import Provider from 'oidc-provider';

const [port, folder, firstKey] = process.argv.slice(2);
const audience = 'https://vts.example';

// A key of a name is the same after a restart.
function keyOf(name) {
  const file = join(folder, `${createHash('sha256').update(name).digest('hex')}.pem`);
  if (!existsSync(file)) {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
  }

  return { ...createPrivateKey(readFileSync(file)).export({ format: 'jwk' }), kid: name, use: 'sig', alg: 'RS256' };
}

function providerOf(issuer, names) {
  return new Provider(issuer, {
    jwks: { keys: names.map(keyOf) },
    cookies: { keys: ['only for tests'] },
    clients: [
      { client_id: 'machine', client_secret: 'secret', grant_types: ['client_credentials'], redirect_uris: [], response_types: [] },
      {
        client_id: 'page',
        token_endpoint_auth_method: 'none',
        grant_types: ['authorization_code'],
        redirect_uris: ['http://127.0.0.1/callback'],
        response_types: ['code'],
        application_type: 'native',
      },
    ],
    claims: { openid: ['sub'] },
    scopes: ['openid', 'cards:read', 'transactions:read'],
    findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
    extraTokenClaims: (_, token) => (token.accountId === 'ann' ? { groups: ['finance', 'everyone'] } : undefined),
    features: {
      devInteractions: { enabled: true },
      clientCredentials: { enabled: true },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => audience,
        useGrantedResource: () => true,
        getResourceServerInfo: (_, resource) => ({
          audience: resource,
          scope: 'cards:read transactions:read',
          accessTokenFormat: 'jwt',
          accessTokenTTL: 3600,
          jwt: { sign: { alg: 'RS256' } },
        }),
      },
    },
  });
}

// It does not outlive whoever started it.
process.stdin.resume();
process.stdin.on('end', () => process.exit());

let provider;
let fetches = 0;
const server = createServer(async (request, response) => {
  if (request.url === '/control/keys') {
    let body = '';
    for await (const chunk of request) body += chunk;
    provider = providerOf(provider.issuer, JSON.parse(body));
    response.end();
  } else if (request.url === '/control/fetches') {
    response.end(String(fetches));
  } else {
    if (request.url === '/jwks') fetches += 1;
    provider.callback()(request, response);
  }
});
server.listen(Number(port), '127.0.0.1', () => {
  const issuer = `http://127.0.0.1:${server.address().port}`;
  provider = providerOf(issuer, [firstKey]);
  console.log(`listens on ${issuer}`);
});

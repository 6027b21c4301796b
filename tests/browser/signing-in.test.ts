/** Signing in and out, links, sessions that end, guessing that is slowed, and what was typed coming back. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { sql } from 'kysely';
import { inLandlord, openDatabase } from '../../src/store/database.js';
import { endSessionsOf, openSession } from '../../src/store/sessions.js';
import { addStaff, makeFirstLink, newSecret } from '../../src/store/staff.js';
import { foundIn } from '../support/found-in.js';
import { startWeb, type TestWeb, testPassword } from '../support/web.js';

let web: TestWeb;
before(async () => {
  web = await startWeb();
});
after(() => web.close());

const inside = <T>(work: Parameters<typeof inLandlord<T>>[2]) => inLandlord(web.db, web.landlordId, work);

describe('signing in', () => {
  test('leads to where the person was going', async () => {
    const visitor = await web.visitor(null);
    const asked = await visitor.get('/settings/targets');
    assert.match(asked.text, /Sign in/);
    const seen = await visitor.send({ email: 'Administrator@example.org ', password: testPassword });
    assert.equal(seen.path, '/settings/targets');
    assert.match(seen.text, /Acknowledge a complaint/);
  });

  test('never leads away from here', async () => {
    for (const next of ['//elsewhere.example', 'https://elsewhere.example', '/\\elsewhere.example']) {
      const visitor = await web.visitor(null);
      await visitor.get('/sign-in');
      const fields = { email: 'officer@example.org', password: testPassword, next };
      assert.equal((await visitor.knock('POST', '/sign-in', fields)).to, '/');
    }
  });

  test('says the same to a wrong password, to nobody’s address and to someone deactivated', async () => {
    await inside(async (trx) => {
      await addStaff(trx, { name: 'Gone', email: 'gone@example.org', roles: ['officer'] });
      await sql`update staff set deactivated_at = now() where email = 'gone@example.org'`.execute(trx);
    });
    const answers = [];
    for (const email of ['manager@example.org', 'nobody@example.org', 'gone@example.org']) {
      const visitor = await web.visitor(null);
      await visitor.get('/sign-in');
      const seen = await visitor.send({ email, password: 'not this one' });
      assert.equal(seen.status, 422);
      assert.ok(seen.html.includes(email), 'the address that was typed is kept');
      assert.ok(!seen.html.includes('not this one'), 'the password is not sent back');
      answers.push(seen.text.replaceAll(email, ''));
    }
    assert.equal(answers[1], answers[0]);
    assert.equal(answers[2], answers[0]);
  });

  test('is slowed after five wrong passwords, and open again after a quarter of an hour', async () => {
    const visitor = await web.visitor(null);
    await visitor.get('/sign-in');
    const attempt = (password: string) => visitor.send({ email: 'reviewer@example.org', password });
    for (let n = 0; n < 5; n++) assert.match((await attempt(`guess ${n}`)).text, /not right/);
    assert.match((await attempt(testPassword)).text, /Too many attempts. Wait 15 minutes/);
    // Another account of the same network is not touched by it.
    const other = await web.visitor(null);
    await other.get('/sign-in');
    assert.equal((await other.send({ email: 'officer@example.org', password: testPassword })).path, '/');
    await inside((trx) => sql`delete from sign_in_attempt where at < now() - interval '1 hour'`.execute(trx));
    await inside(async (trx) => {
      const { rows } = await sql<{
        account_digest: string;
        network_digest: string;
      }>`select account_digest, network_digest from sign_in_attempt where not succeeded`.execute(trx);
      await sql`delete from sign_in_attempt where not succeeded`.execute(trx);
      for (const row of rows) {
        await sql`insert into sign_in_attempt (account_digest, network_digest, succeeded, at)
          values (${row.account_digest}, ${row.network_digest}, false, now() - interval '16 minutes')`.execute(trx);
      }
    });
    assert.equal((await attempt(testPassword)).path, '/');
  });

  test('from a network where the person has signed in before is not locked by guesses from elsewhere', async () => {
    const visitor = await web.visitor(null);
    await visitor.get('/sign-in');
    const here = () => visitor.send({ email: 'investigator@example.org', password: testPassword }, '/sign-in');
    assert.equal((await here()).path, '/');
    await inside(async (trx) => {
      const { rows } = await sql<{ digest: string }>`
        select encode(sha256('investigator@example.org'::bytea), 'hex') as digest`.execute(trx);
      for (let n = 0; n < 40; n++) {
        await sql`insert into sign_in_attempt (account_digest, network_digest, succeeded)
          values (${rows[0]?.digest ?? ''}, ${`network ${n}`}, false)`.execute(trx);
      }
    });
    visitor.cookies.clear();
    await visitor.get('/sign-in');
    assert.equal((await here()).path, '/');
  });

  test('lists people on the page of a demonstration, and of nothing else', async () => {
    const visitor = await web.visitor(null);
    assert.doesNotMatch((await visitor.get('/sign-in')).text, /Look around as/);
    assert.equal((await visitor.knock('POST', '/sign-in/demonstration', { staff: web.staff.officer })).status, 404);
    const show = await startWeb({ landlord: { demonstration: true } });
    try {
      const guest = await show.visitor(null);
      assert.match((await guest.get('/sign-in')).text, /Look around as/);
      const seen = await guest.send({ staff: show.staff.manager }, '/sign-in/demonstration');
      assert.match(seen.text, /Manager/);
      assert.match(seen.text, /Sign out/);
    } finally {
      await show.close();
    }
  });

  test('a demonstration of more than a week offers a fresh one', async () => {
    const show = await startWeb({ landlord: { demonstration: true } });
    try {
      const guest = await show.visitor(null);
      assert.doesNotMatch((await guest.get('/sign-in')).text, /--fresh-demo/);
      // Row security holds for the owner too.
      const owner = openDatabase(show.database.owner, 'owner', { connections: 1 });
      await owner.pool.query(`select set_config('putright.landlord', $1, false)`, [show.landlordId]);
      await owner.pool.query(`update landlord set made_at = now() - interval '9 days'`);
      await owner.close();
      assert.match((await guest.get('/sign-in')).text, /loaded 9 days ago.*--fresh-demo/);
    } finally {
      await show.close();
    }
  });
});

describe('a session', () => {
  test('ends at once when the person signs out, is deactivated or gets another role', async () => {
    const ways = [
      async (visitor: Awaited<ReturnType<typeof web.visitor>>) => {
        await visitor.get('/');
        const html = (await visitor.get('/')).html;
        assert.match(html, /action="\/sign-out"/);
        await visitor.knock('POST', '/sign-out');
      },
      async () => inside((trx) => endSessionsOf(trx, web.staff.officer, 'deactivated')),
      async () => inside((trx) => endSessionsOf(trx, web.staff.officer, 'roles-changed')),
    ];
    for (const end of ways) {
      const visitor = await web.visitor('officer');
      assert.equal((await visitor.knock('GET', '/')).status, 200);
      await end(visitor);
      assert.equal((await visitor.knock('GET', '/')).status, 303);
    }
  });

  test('ends when nobody has touched it for an hour, and after twelve hours whatever happens', async () => {
    for (const [column, age] of [
      ['last_seen_at', '61 minutes'],
      ['made_at', '721 minutes'],
    ] as const) {
      const visitor = await web.visitor('officer');
      await inside((trx) => sql`update staff_session set ${sql.ref(column)} = now() - ${age}::interval`.execute(trx));
      assert.equal((await visitor.knock('GET', '/')).to, '/sign-in?next=%2F', column);
    }
  });

  test('is known in the database by a digest only', async () => {
    const secret = newSecret();
    await inside((trx) => openSession(trx, web.staff.officer, secret));
    const { rows } = await inside((trx) =>
      sql<{ id_digest: string }>`select id_digest from staff_session`.execute(trx),
    );
    assert.ok(rows.every((row) => /^[0-9a-f]{64}$/.test(row.id_digest) && row.id_digest !== secret));
  });

  test('that was left too long gives back what was typed, to the same person alone, without passwords', async () => {
    const visitor = await web.visitor('administrator');
    const typed = {
      name: 'Rosa Field',
      email: 'not an address',
      roles: ['officer', 'manager'],
      password: 'secret words',
    };
    await visitor.get('/settings/people/invite');
    await inside((trx) => sql`update staff_session set last_seen_at = now() - interval '2 hours'`.execute(trx));
    const asked = await visitor.send(typed);
    assert.match(asked.text, /What you typed is kept/);
    const someone = await web.visitor(null);
    await someone.get('/sign-in');
    assert.equal((await someone.send({ email: 'manager@example.org', password: testPassword })).path, '/');
    const back = await visitor.send({ email: 'administrator@example.org', password: testPassword });
    assert.match(back.path, /^\/settings\/people\/invite\?kept=/);
    assert.match(back.text, /What you typed was kept/);
    assert.match(back.html, /value="Rosa Field"/);
    assert.match(back.html, /value="manager"[^>]*checked/);
    assert.ok(!back.html.includes('secret words'));
    const { rows } = await inside((trx) =>
      sql<{ fields: string }>`select fields::text as fields from kept_form`.execute(trx),
    );
    assert.ok(rows.every((row) => !row.fields.includes('secret words') && !row.fields.includes('_csrf')));
    await visitor.send({ email: 'rosa@example.org' });
    const left = await inside((trx) => sql`select 1 from kept_form`.execute(trx));
    assert.equal(left.rows.length, 0, 'once it was sent, what was kept is gone');
  });
});

describe('a one-time link', () => {
  test('invites, sets a password, and is then spent', async () => {
    const administrator = await web.visitor('administrator');
    await administrator.get('/settings/people/invite');
    const made = await administrator.send({ name: 'Noor Hassan', email: 'noor@example.org', roles: 'officer' });
    const link = foundIn(/\/welcome\/[\w-]+\/[\w-]+/, made.text);
    const noor = await web.visitor(null);
    assert.match((await noor.get(link)).text, /Noor Hassan, you will sign in as noor@example.org/);
    assert.match((await noor.send({ password: 'short', again: 'short' })).text, /at least 10 characters/);
    assert.match((await noor.send({ password: 'noor-hassan-1', again: 'noor-hassan-1' })).text, /without your name/);
    assert.match((await noor.send({ password: 'plum river lantern', again: 'plum river lamp' })).text, /not the same/);
    const welcomed = await noor.send({ password: 'plum river lantern', again: 'plum river lantern' });
    assert.match(welcomed.text, /Noor Hassan.*Sign out/);
    assert.equal((await (await web.visitor(null)).get(link)).status, 410);
  });

  test('that is too old no longer works', async () => {
    const administrator = await web.visitor('administrator');
    await administrator.get(`/settings/people/${web.staff.manager}`);
    const made = await administrator.send({}, `/settings/people/${web.staff.manager}/link`);
    const link = foundIn(/\/welcome\/[\w-]+\/[\w-]+/, made.text);
    await inside((trx) => sql`update staff_link set expires_at = now() - interval '1 minute'`.execute(trx));
    assert.equal((await (await web.visitor(null)).get(link)).status, 410);
  });

  test('makes the first landlord of an empty installation and its administrator', async () => {
    const secret = await makeFirstLink(web.db);
    const visitor = await web.visitor(null);
    await visitor.get(`/set-up/${secret}`);
    const first = {
      landlord: 'Harbour Homes',
      name: 'Ada Stone',
      email: 'ada@harbour.example',
      password: 'quiet copper kettle',
    };
    assert.match((await visitor.send({ ...first, landlord: 'Meadow Homes' })).text, /of that name is here already/);
    const made = await visitor.send(first);
    assert.equal(made.path, '/settings');
    assert.match(made.text, /Harbour Homes Ada Stone/);
    assert.equal((await (await web.visitor(null)).get(`/set-up/${secret}`)).status, 410);
    // With two landlords, whoever signs in says which is theirs; the other does not know them.
    const ada = await web.visitor(null);
    assert.match((await ada.get('/sign-in')).text, /Organisation/);
    const wrong = await ada.send({ landlord: web.landlordId, email: first.email, password: first.password });
    assert.match(wrong.text, /not right/);
    await inside((trx) => sql`select 1`.execute(trx));
  });
});

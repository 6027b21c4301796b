/** A real mail server on a free port of this machine, with mailboxes of its own: Dovecot, as Debian ships it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, connect, createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ImapFlow } from 'imapflow';
import { dovecot } from './debian.js';

export interface MailServer {
  readonly port: number;
  /** Everybody's. */
  readonly password: string;
  /** Puts a message into somebody's mailbox, as a mail server does when one arrives. */
  deliver(user: string, message: string | Buffer, folder?: string): Promise<void>;
  deliverAll(user: string, messages: readonly (string | Buffer)[]): Promise<void>;
  /** Puts many into somebody's empty mailbox before anybody has opened it. */
  fill(user: string, messages: Iterable<Buffer>): void;
  /** A connection of somebody who reads their own mail. */
  open(user: string): Promise<ImapFlow>;
  log(): string;
  stop(): Promise<void>;
  /** Takes the server down and up again on the same port, with the same mail. */
  restart(): Promise<void>;
}

export interface MailServerOptions {
  /** Where tokens are looked up, with what we are known by there. */
  readonly introspection?: { readonly url: string; readonly user: string };
}

const password = 'pass-the-salt';

export async function startMailServer(options: MailServerOptions = {}): Promise<MailServer> {
  const folder = mkdtempSync(join(tmpdir(), 'putright-dovecot-'));
  chmodSync(folder, 0o755);
  const root = process.getuid?.() === 0;
  const me = userInfo();
  // Mail belongs to a user who is nobody in particular.
  const owner = root ? { uid: 65534, gid: 65534 } : { uid: me.uid, gid: me.gid };
  const mail = join(folder, 'mail');
  mkdirSync(mail);
  chownSync(mail, owner.uid, owner.gid);
  const port = await freePort();
  writeFileSync(join(folder, 'users'), '');
  const tokens = options.introspection;
  if (tokens !== undefined) {
    writeFileSync(
      join(folder, 'oauth2.conf'),
      [
        'introspection_mode = post',
        `introspection_url = ${tokens.url}`,
        'username_attribute = username',
        'active_attribute = active',
        'active_value = true',
        'timeout_msecs = 5000',
      ].join('\n'),
    );
  }
  const config = join(folder, 'dovecot.conf');
  writeFileSync(
    config,
    `protocols = imap
listen = 127.0.0.1
base_dir = ${join(folder, 'run')}
state_dir = ${join(folder, 'state')}
log_path = ${join(folder, 'log')}
ssl = no
disable_plaintext_auth = no
auth_mechanisms = plain login${tokens === undefined ? '' : ' xoauth2 oauthbearer'}
auth_username_format = %Lu
auth_failure_delay = 0
${root ? '' : `default_internal_user = ${me.username}\ndefault_login_user = ${me.username}\ndefault_internal_group = ${me.gid}\n`}
first_valid_uid = 1
first_valid_gid = 1
mail_location = maildir:~/Maildir
mail_max_userip_connections = 100
passdb {
  driver = static
  args = password=${password}
  mechanisms = plain login
}
${tokens === undefined ? '' : `passdb {\n  driver = oauth2\n  mechanisms = xoauth2 oauthbearer\n  args = ${join(folder, 'oauth2.conf')}\n}\n`}userdb {
  driver = static
  args = uid=${owner.uid} gid=${owner.gid} home=${mail}/%Lu
}
service anvil {
  chroot =
  unix_listener anvil-auth-penalty {
    mode = 0
  }
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
service stats {
  chroot =
}
`,
  );
  let child = run(config);
  await answers(port);
  const open = async (user: string): Promise<ImapFlow> => {
    const client = new ImapFlow({
      host: '127.0.0.1',
      port,
      secure: false,
      doSTARTTLS: false,
      auth: { user, pass: password },
      logger: false,
    });
    client.on('error', () => {});
    await client.connect();
    return client;
  };
  const deliverAll = async (user: string, messages: readonly (string | Buffer)[], into = 'INBOX'): Promise<void> => {
    const client = await open(user);
    if (into !== 'INBOX') await client.mailboxCreate(into);
    for (const message of messages) await client.append(into, message);
    await client.logout();
  };
  return {
    port,
    password,
    open,
    deliver: (user, message, into) => deliverAll(user, [message], into),
    deliverAll: (user, messages) => deliverAll(user, messages),
    fill(user, messages) {
      const home = join(mail, user.toLowerCase());
      const maildir = join(home, 'Maildir');
      for (const made of [home, maildir, ...['new', 'cur', 'tmp'].map((name) => join(maildir, name))]) {
        mkdirSync(made);
        chownSync(made, owner.uid, owner.gid);
      }
      let n = 0;
      for (const message of messages) {
        n += 1;
        const path = join(maildir, 'new', `${1_000_000_000 + n}.M${n}.test`);
        writeFileSync(path, message);
        chownSync(path, owner.uid, owner.gid);
      }
    },
    log: () => readFileSync(join(folder, 'log'), 'utf8'),
    async stop() {
      await end(child);
      rmSync(folder, { recursive: true, force: true });
    },
    async restart() {
      await end(child);
      child = run(config);
      await answers(port);
    },
  };
}

function run(config: string): ChildProcess {
  const child = spawn(dovecot.program, ['-F', '-c', config], { stdio: 'ignore' });
  process.once('exit', () => child.kill('SIGKILL'));
  return child;
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGTERM');
  await ended;
}

async function answers(port: number): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt++) {
    const there = await new Promise<boolean>((tell) => {
      const socket = connect(port, '127.0.0.1');
      socket.once('connect', () => {
        socket.destroy();
        tell(true);
      });
      socket.once('error', () => tell(false));
    });
    if (there) return;
    await pause(25);
  }
  throw new Error('Dovecot does not answer');
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}

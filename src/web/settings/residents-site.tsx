/**
 * The residents' site: open or closed, the landlord's own name, colour and typeface on it, its own place on the web, and
 * whom to ring when somebody is at risk.
 */
import { z } from 'zod';
import { recordChange } from '../../store/change-trail.js';
import { publicSlug } from '../../store/publications.js';
import {
  readOwnHost,
  type SiteSettings,
  siteAddress,
  siteIn,
  typefaces,
  writeOwnHost,
  writeSite,
} from '../../store/site-settings.js';
import { faultOfColour, leastContrast, readColour } from '../ui/brand.js';
import { choice, optionalText } from '../ui/fields.js';
import {
  Form,
  type FormState,
  RadiosField,
  readForm,
  Submit,
  startForm,
  TextareaField,
  TextField,
  withErrors,
} from '../ui/forms.js';
import { redirect, screen, type Visit } from '../visit.js';
import { settingsPage } from './settings-page.js';

const form = z.object({
  open: choice(['yes', 'no'], 'Say whether the site is open'),
  name: optionalText(120),
  colour: optionalText(7),
  typeface: choice(typefaces, 'Choose a typeface'),
  host: optionalText(253),
  emergencyPhone: optionalText(40),
  emergencyHours: optionalText(120),
  address: optionalText(400),
});

async function get(visit: Visit) {
  const site = siteIn(visit.landlord.settings);
  const host = await visit.db(readOwnHost);
  return view(
    visit,
    startForm(visit, {
      open: site.open ? 'yes' : 'no',
      name: site.name,
      colour: site.colour,
      typeface: site.typeface,
      host,
      emergencyPhone: site.emergency.phone,
      emergencyHours: site.emergency.hours,
      address: site.address.join('\n'),
    }),
  );
}

async function post(visit: Visit) {
  const read = readForm(form, visit.fields);
  if (!read.ok) return view(visit, read.form);
  const { open, name, typeface, emergencyPhone, emergencyHours } = read.value;
  const colour = read.value.colour === null ? null : readColour(read.value.colour);
  const host = read.value.host?.toLowerCase() ?? null;
  const errors = [
    ...(read.value.colour === null ? [] : faultsAt('colour', faultOfColour(colour))),
    ...faultsAt('host', faultOfHost(host, visit)),
  ];
  if (errors.length > 0) return view(visit, withErrors(read.form, errors));
  const address = (read.value.address ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const emergency = { phone: emergencyPhone ?? '', hours: emergencyHours ?? '' };
  const site: SiteSettings = { open: open === 'yes', name, colour, typeface, emergency, address };
  const saved = await visit.db(async (trx) => {
    const was = { ...plainWords(siteIn(visit.landlord.settings)), host: (await readOwnHost(trx)) ?? '' };
    // The site stands under the landlord's part of the address from now on.
    await publicSlug(trx);
    if (!(await writeOwnHost(trx, host))) return false;
    await writeSite(trx, site);
    for (const [key, value] of Object.entries({ ...plainWords(site), host: host ?? '' })) {
      const before = was[key as keyof typeof was];
      if (before === value) continue;
      const words = `Residents' site: ${key} changed from '${before}' to '${value}'`;
      await recordChange(trx, { about: 'site', words, by: visit.staff.id });
    }
    return true;
  });
  if (!saved) return view(visit, withErrors(read.form, faultsAt('host', 'Another landlord here has that name')));
  return redirect('/settings/site', { done: "Residents' site saved" });
}

function plainWords(site: SiteSettings) {
  return {
    open: site.open ? 'yes' : 'no',
    name: site.name ?? '',
    colour: site.colour ?? '',
    typeface: site.typeface,
    emergency: [site.emergency.phone, site.emergency.hours].filter((one) => one !== '').join(', '),
    address: site.address.join(', '),
  };
}

const faultsAt = (field: string, words: string | null) => (words === null ? [] : [{ field, words }]);

const hostShape = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)+$/;

function faultOfHost(host: string | null, visit: Visit): string | null {
  if (host === null) return null;
  if (!hostShape.test(host) || /^[\d.]+$/.test(host)) {
    return 'Enter a name like complaints.example.org, without https:// and without anything after it';
  }
  return host === new URL(visit.address).hostname ? 'That is where staff sign in. Choose another name' : null;
}

async function view(visit: Visit, state: FormState) {
  const address = await visit.db((trx) => siteAddress(trx, visit.address));
  return settingsPage(
    visit,
    { title: "Residents' site", form: state, about: ['site'] },
    <>
      <p class="govuk-body">
        Residents complain, follow their case and answer you here, without an account:{' '}
        <a class="govuk-link" href={address}>
          {address.replace(/^https?:\/\//, '')}
        </a>
      </p>
      <p class="govuk-body">
        Once you have saved this page, your letters say where it is, with a code for their reader.
      </p>
      <Form visit={visit}>
        <RadiosField
          form={state}
          name="open"
          legend="Is the site open?"
          items={[
            { value: 'yes', text: 'Open' },
            { value: 'no', text: 'Closed: every page says how else to reach you' },
          ]}
        />
        <TextField
          form={state}
          name="name"
          label="Your name on the site (optional)"
          hint="What residents call you. Left empty, it is the name on your letters."
        />
        <TextField
          form={state}
          name="colour"
          label="Your colour on the site (optional)"
          hint={`White words stand on it, so it has to be at least ${leastContrast} to 1 against white. Left empty, it is your letters' colour: ${visit.landlord.brandColour}`}
          width={10}
          spellcheck={false}
        />
        <RadiosField
          form={state}
          name="typeface"
          legend="Typeface"
          items={[
            {
              value: 'atkinson',
              text: 'Atkinson Hyperlegible Next',
              hint: 'Made for people who see badly. It comes from this installation, never from anybody else.',
            },
            { value: 'sans', text: 'Arial or Helvetica', hint: "The reader's own device has it." },
            { value: 'serif', text: 'Georgia or Times', hint: "The reader's own device has it." },
          ]}
        />
        <TextField
          form={state}
          name="host"
          label="A name of your own on the web (optional)"
          hint="For example complaints.example.org. Whoever runs this installation has to point it here and get a certificate for it."
          spellcheck={false}
        />
        <TextField
          form={state}
          name="emergencyPhone"
          label="What to ring when somebody is in danger, at any hour"
          type="tel"
          width={20}
        />
        <TextField
          form={state}
          name="emergencyHours"
          label="When somebody answers there (optional)"
          hint="For example: day and night, every day."
        />
        <TextareaField
          form={state}
          name="address"
          label="Address for residents who write by post (optional)"
          hint="Left empty, it is the address on your letters."
          rows={4}
        />
        <Submit>Save</Submit>
      </Form>
    </>,
  );
}

export const residentsSite = screen({ path: '/settings/site', access: ['administrator'], get, post });

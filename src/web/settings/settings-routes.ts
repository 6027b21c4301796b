/** The settings screens, all for administrators. */
import type { Route } from '../visit.js';
import { approval } from './approval.js';
import { behaviourSetting } from './behaviour.js';
import { causes } from './causes.js';
import { compensationSettings } from './compensation.js';
import { counting } from './counting.js';
import { filesSetting } from './files.js';
import { hazardPhasesSetting } from './hazard-phases.js';
import { holidayRemove, holidays } from './holidays.js';
import { incoming } from './incoming.js';
import { languages } from './languages/languages.js';
import { languageFile, languageReview, languageWithdraw, oneLanguage } from './languages/one-language.js';
import { letterhead } from './letterhead.js';
import { mailbox, newMailbox } from './mailbox.js';
import { mailboxes } from './mailboxes.js';
import { areas, categories } from './named-lists.js';
import { onCall } from './on-call.js';
import { settingsChanges, settingsOverview } from './overview.js';
import { invite, people } from './people.js';
import { person, personBringBack, personDeactivate, personLink } from './person.js';
import { privacyNotice } from './privacy-notice.js';
import { residentsSite } from './residents-site.js';
import { script, scripts } from './scripts.js';
import { source, sources } from './sources.js';
import { targets } from './targets.js';
import { team, teams } from './teams.js';
import { mailServerSettings } from './ways-out/mail-server.js';
import { notifySettings } from './ways-out/notify.js';
import { testMessage } from './ways-out/test-message.js';
import { waysOutSettings } from './ways-out/ways-out.js';

export const settingsRoutes: readonly Route[] = [
  ...settingsOverview,
  ...settingsChanges,
  ...people,
  ...invite,
  ...person,
  ...personLink,
  ...personDeactivate,
  ...personBringBack,
  ...teams,
  ...team,
  ...areas,
  ...categories,
  ...causes,
  ...targets,
  ...holidays,
  ...holidayRemove,
  ...counting,
  ...hazardPhasesSetting,
  ...approval,
  ...compensationSettings,
  ...behaviourSetting,
  ...letterhead,
  ...languages,
  ...oneLanguage,
  ...languageFile,
  ...languageReview,
  ...languageWithdraw,
  ...residentsSite,
  ...incoming,
  ...filesSetting,
  ...waysOutSettings,
  ...mailServerSettings,
  ...notifySettings,
  ...testMessage,
  ...onCall,
  ...privacyNotice,
  ...mailboxes,
  ...newMailbox,
  ...mailbox,
  ...sources,
  ...source,
  ...scripts,
  ...script,
];

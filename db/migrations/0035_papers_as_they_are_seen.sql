-- A bundle hands over what is seen on its pages. What a PDF holds beside that is found when its pages are counted; such a
-- paper goes as pictures, like one with hidden places. The making says how far each of its steps is.
alter table bundle_piece
  -- What its pages hold and don't show; null until somebody's process has looked.
  add column unseen text[],
  -- Somebody chose that its pages go as pictures.
  add column as_pictures boolean not null default false,
  -- Pages of the bundle on which words stand again that are hidden on this paper; null until that was looked for.
  add column said_again integer[];

alter table bundle
  add column step_done integer,
  add column step_of integer,
  drop constraint bundle_step_check,
  add constraint bundle_step_check check (step in ('papers', 'hiding', 'volumes', 'index', 'again'));

-- How a resident comes in without an account: links, codes, sessions, and what slows down guessing.
select 1;

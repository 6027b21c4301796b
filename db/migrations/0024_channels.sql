-- Call-backs, tokens of sources that may write, and contacts from social media.
select 1;

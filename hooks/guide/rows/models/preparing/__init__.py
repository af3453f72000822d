"""Row types about preparing: questions and answers, practice, cases, plans, prompts."""

"""averral: who says that who did what, read offline from a pile of reports."""

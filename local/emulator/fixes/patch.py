"""How a function of ministack is replaced in memory."""


def replace(module, name, make):
    """Puts `make(original)` in the place of `module.name`, and of its entry in the module's table of actions."""
    original = getattr(module, name)
    replacement = make(original)
    setattr(module, name, replacement)
    actions = getattr(module, "_ACTION_MAP", {})
    for action, handler in actions.items():
        if handler is original:
            actions[action] = replacement


def added_by(store, call):
    """Runs `call` and returns its result with the records that it put into the store."""
    before = set(store.keys())
    result = call()
    return result, [store[key] for key in set(store.keys()) - before]


def rewrite_body(response, change):
    """The (status, headers, body) response with its XML changed by `change(text)`."""
    status, headers, body = response
    if isinstance(body, bytes):
        return status, headers, change(body.decode()).encode()
    return status, headers, change(body)
